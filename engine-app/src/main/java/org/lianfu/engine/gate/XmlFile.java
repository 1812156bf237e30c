package org.lianfu.engine.gate;

import java.io.StringReader;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerException;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.lianfu.shared.SafeXml;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

/**
 * Reads XML that a stranger may have written: UTF-8 only, no DOCTYPE, no processing instruction, bounded in size, depth
 * and number of elements. The bounds are checked on a stream before any tree is built. Uses the JDK's parsers, whatever
 * else lies on the class path.
 */
final class XmlFile {

    private static final int MAX_DEPTH = 100;
    private static final Pattern DECLARATION = Pattern.compile("^<\\?xml\\s([^>]*)\\?>");
    private static final Pattern ENCODING = Pattern.compile("encoding\\s*=\\s*[\"']([^\"']*)[\"']");
    private static final Pattern VERSION = Pattern.compile("version\\s*=\\s*[\"']1\\.0[\"']");

    private XmlFile() {}

    /** @throws Unreadable when it is not XML of the kind described above */
    static Document read(byte[] bytes, int maxBytes, int maxElements) {
        if (bytes.length > maxBytes) {
            throw new Unreadable("size", "the file has " + bytes.length + " bytes, at most " + maxBytes + " are read");
        }
        String text = text(bytes);
        bounds(text, maxElements);
        return tree(text);
    }

    static String write(Document document) {
        try {
            Transformer transformer = SafeXml.writer();
            transformer.setOutputProperty(OutputKeys.ENCODING, "UTF-8");
            transformer.setOutputProperty(OutputKeys.STANDALONE, "yes");
            StringWriter out = new StringWriter();
            transformer.transform(new DOMSource(document), new StreamResult(out));
            return out.toString();
        } catch (TransformerException e) {
            throw new IllegalStateException("a tree that was read can be written", e);
        }
    }

    private static String text(byte[] bytes) {
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new Unreadable("encoding", "the file is not UTF-8; save it as UTF-8");
        }
        text = text.startsWith("\uFEFF") ? text.substring(1) : text;
        Matcher declaration = DECLARATION.matcher(text);
        if (declaration.find()) {
            Matcher encoding = ENCODING.matcher(declaration.group(1));
            if (encoding.find() && !encoding.group(1).equalsIgnoreCase("UTF-8")) {
                throw new Unreadable("encoding", "the file declares " + encoding.group(1) + "; save it as UTF-8");
            }
            if (!VERSION.matcher(declaration.group(1)).find()) {
                throw new Unreadable("xml", "only XML 1.0 is read");
            }
        }
        return text;
    }

    private static void bounds(String text, int maxElements) {
        int elements = 0;
        int depth = 0;
        try {
            XMLStreamReader reader = SafeXml.stream(new StringReader(text));
            while (reader.hasNext()) {
                switch (reader.next()) {
                    case XMLStreamConstants.DTD -> throw new Unreadable("doctype", "the file has a DOCTYPE; remove it");
                    case XMLStreamConstants.ENTITY_REFERENCE ->
                        throw new Unreadable("doctype", "the file refers to an entity; write the character itself");
                    case XMLStreamConstants.PROCESSING_INSTRUCTION ->
                        throw new Unreadable("instruction", "the file has a processing instruction; remove it");
                    case XMLStreamConstants.START_ELEMENT -> {
                        if (++elements > maxElements) {
                            throw new Unreadable("elements", "the file has more than " + maxElements + " elements");
                        }
                        if (++depth > MAX_DEPTH) {
                            throw new Unreadable("depth", "elements are nested deeper than " + MAX_DEPTH);
                        }
                    }
                    case XMLStreamConstants.END_ELEMENT -> depth--;
                    default -> {
                        // text and comments
                    }
                }
            }
        } catch (XMLStreamException e) {
            throw new Unreadable("xml", "this is not well-formed XML: " + e.getMessage());
        }
    }

    private static Document tree(String text) {
        try {
            Document document = SafeXml.builder().parse(new InputSource(new StringReader(text)));
            document.setXmlStandalone(true);
            return document;
        } catch (Exception e) {
            throw new Unreadable("xml", "this is not well-formed XML: " + e.getMessage());
        }
    }
}
