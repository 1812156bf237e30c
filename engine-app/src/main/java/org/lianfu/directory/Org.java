package org.lianfu.directory;

import java.time.LocalDate;
import java.util.List;
import org.lianfu.shared.Words;

/**
 * An organisation (机构). Its code never changes; its name may, and what it was called on a day can be asked.
 *
 * @param code for example {@code ZZ_FIN_OFFICE}, {@code BANK_A}, {@code FIRM_91430200MA4TE5T13J}
 * @param name what it is called today
 * @param uscc unified social credit code; null where it has none or none is known
 * @param names what it has been called, oldest first
 * @param aliases what else people call it, in Chinese
 */
public record Org(
        String code,
        Words name,
        OrgType type,
        String uscc,
        List<Named> names,
        List<String> aliases,
        LocalDate validFrom,
        LocalDate validTo) {

    /** A name and the days it held, both inclusive. */
    public record Named(Words name, LocalDate from, LocalDate to) {

        boolean on(LocalDate day) {
            return !day.isBefore(from) && !day.isAfter(to);
        }
    }

    /** What it was called on that day; its present name where no record reaches back. */
    public Words nameOn(LocalDate day) {
        return names.stream()
                .filter(named -> named.on(day))
                .findFirst()
                .map(Named::name)
                .orElse(name);
    }

    public boolean existsOn(LocalDate day) {
        return !day.isBefore(validFrom) && !day.isAfter(validTo);
    }
}
