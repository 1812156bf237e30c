package org.lianfu.directory;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.lianfu.directory.store.OrgRows;
import org.lianfu.directory.store.OrgRows.NameRow;
import org.lianfu.directory.store.OrgRows.OrgRow;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Organisations as they are stored, kept in memory: every list and every timeline names some. */
@Component
class OrgShelf {

    private final OrgRows orgs;
    private final Map<String, Shelved> shelf = new ConcurrentHashMap<>();

    record Shelved(OrgRow row, List<NameRow> names) {}

    OrgShelf(OrgRows orgs) {
        this.orgs = orgs;
    }

    Optional<Shelved> find(String code) {
        if (code == null) {
            return Optional.empty();
        }
        return Optional.ofNullable(shelf.computeIfAbsent(code, wanted -> {
            OrgRow row = orgs.find(wanted);
            return row == null ? null : new Shelved(row, orgs.names(wanted));
        }));
    }

    /** Forgets all once the running transaction has committed. */
    void forgetAfterCommit() {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                shelf.clear();
            }
        });
    }
}
