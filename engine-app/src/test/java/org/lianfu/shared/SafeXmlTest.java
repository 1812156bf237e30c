package org.lianfu.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

class SafeXmlTest {

    @TempDir
    Path folder;

    @Test
    void plainXmlIsRead() throws Exception {
        assertThat(parse("<a xmlns='u'><b>株洲</b></a>")).isEqualTo("株洲");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE a [<!ENTITY x SYSTEM 'FILE'>]><a>&x;</a>",
                "<!DOCTYPE a SYSTEM 'FILE'><a/>",
                "<!DOCTYPE a [<!ENTITY % p SYSTEM 'FILE'> %p;]><a/>",
                "<!DOCTYPE a [<!ENTITY x 'ha'><!ENTITY y '&x;&x;&x;'>]><a>&y;</a>",
                "<!DOCTYPE a><a/>",
                "<a>&undeclared;</a>",
            })
    void aDocumentTypeAndItsEntitiesAreRefused(String xml) throws IOException {
        Path secret = Files.writeString(folder.resolve("secret"), "<!ELEMENT a ANY>");
        String attack = xml.replace("FILE", secret.toUri().toString());
        assertThatThrownBy(() -> parse(attack)).isInstanceOf(SAXException.class);
    }

    @Test
    void theStreamFetchesNothingEither() throws Exception {
        Path secret = Files.writeString(folder.resolve("secret"), "canary");
        String attack = "<!DOCTYPE a [<!ENTITY x SYSTEM '" + secret.toUri() + "'>]><a>&x;</a>";
        StringBuilder seen = new StringBuilder();
        try {
            XMLStreamReader reader = SafeXml.stream(new StringReader(attack));
            while (reader.hasNext()) {
                reader.next();
                seen.append(reader.hasText() ? reader.getText() : "");
            }
        } catch (XMLStreamException refused) {
            seen.append("refused");
        }
        assertThat(seen.toString()).doesNotContain("canary");
    }

    private static String parse(String xml) throws SAXException, IOException {
        return SafeXml.builder()
                .parse(new InputSource(new StringReader(xml)))
                .getDocumentElement()
                .getTextContent();
    }
}
