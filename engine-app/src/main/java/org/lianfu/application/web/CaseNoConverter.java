package org.lianfu.application.web;

import org.lianfu.application.ApplicationDesk;
import org.lianfu.shared.CaseNo;
import org.springframework.core.convert.converter.Converter;
import org.springframework.stereotype.Component;

/** Reads a case number from an address; one that cannot exist is answered like one that does not. */
@Component
class CaseNoConverter implements Converter<String, CaseNo> {

    @Override
    public CaseNo convert(String text) {
        if (!CaseNo.isValid(text)) {
            throw ApplicationDesk.missing(text);
        }
        return new CaseNo(text);
    }
}
