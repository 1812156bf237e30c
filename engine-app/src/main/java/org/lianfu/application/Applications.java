package org.lianfu.application;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lianfu.application.store.ApplicationMapper;
import org.lianfu.shared.Actor;
import org.lianfu.shared.CaseNo;
import org.lianfu.shared.ProgramRef;
import org.lianfu.shared.Times;
import org.lianfu.trail.Chain;
import org.lianfu.trail.ChainHolder;
import org.lianfu.trail.Subject;
import org.lianfu.trail.Trail;
import org.springframework.core.Ordered;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The shelf of case files. {@link #open} locks the case's row first, so that acts on one case queue up; the file is
 * written once before the commit, row and trail entries in one call (one update whose count must be 1).
 */
@Component
public class Applications implements ChainHolder {

    private final ApplicationMapper mapper;
    private final Trail trail;

    Applications(ApplicationMapper mapper, Trail trail) {
        this.mapper = mapper;
        this.trail = trail;
    }

    /**
     * The case file of this transaction; locks the row at the first call.
     *
     * @throws org.lianfu.shared.Refused MISSING when there is no such case
     */
    public CaseFile open(CaseNo no) {
        Map<String, CaseFile> desk = deskOfThisTransaction();
        return desk.computeIfAbsent(no.value(), key -> {
            Application row = mapper.lock(key);
            if (row == null) {
                throw ApplicationRefusals.MISSING.because(Map.of("no", key));
            }
            return new CaseFile(row);
        });
    }

    /** Writes the file of this transaction now and forgets it: for acts on more cases than memory should hold. */
    public void putAway(CaseNo no) {
        CaseFile file = deskOfThisTransaction().remove(no.value());
        if (file != null) {
            write(file);
        }
    }

    /** Of these cases those that wait for a promised decision; without a lock. */
    public List<Promised> promisedAmong(List<String> cases) {
        return cases.isEmpty() ? List.of() : mapper.promised(cases);
    }

    /** A case that has no decision yet. Times are epoch micros. */
    public record Promised(String no, String program, String programVersion, long submittedAt, long promisedAt) {

        public ProgramRef ref() {
            return new ProgramRef(program, programVersion);
        }
    }

    /** The case as it stands, without a lock: for reading. */
    public Optional<Application> find(CaseNo no) {
        return Optional.ofNullable(mapper.find(no.value()));
    }

    /** Begins a case; its row is inserted before the commit, once, with the end of its chain. */
    CaseFile begin(Application fresh) {
        Chain start = Chain.start(Application.subject(fresh.no()));
        fresh.trailSeq = start.seq();
        fresh.trailHead = start.head();
        CaseFile file = CaseFile.begun(fresh);
        deskOfThisTransaction().put(fresh.no, file);
        return file;
    }

    /** Throws a draft away; its number and the end of its chain stay. */
    void discard(CaseNo no, Actor by, Instant at) {
        mapper.remember(no.value(), by.login(), Times.micros(at));
        if (mapper.deleteDraft(no.value()) != 1) {
            throw ApplicationRefusals.notADraft(mapper.find(no.value()));
        }
        deskOfThisTransaction().remove(no.value());
    }

    CaseNo nextNo(String prefix, int year, String region) {
        String series = prefix + "-" + year + "-" + region;
        if (mapper.nextNumber(series) == 0) {
            try {
                mapper.firstNumber(series);
            } catch (DuplicateKeyException raced) {
                mapper.nextNumber(series);
            }
        }
        return CaseNo.of(prefix, year, region, mapper.lastNumber(series));
    }

    /** Other cases of the same applicant that have been submitted and have not ended, newest first. */
    public List<Application> runningBeside(Application application, int limit) {
        return mapper.running(application.org, application.no, limit);
    }

    /** Numbers of all the other running cases of the same applicant at one bank. */
    public List<CaseNo> runningAt(Application application, String bank) {
        return mapper.runningAt(application.org, application.no, bank).stream()
                .map(CaseNo::new)
                .toList();
    }

    int countLive(String org, String program, CaseNo except) {
        return mapper.countLive(org, program, except == null ? "" : except.value());
    }

    @Override
    public String kind() {
        return "case";
    }

    @Override
    public Optional<Chain> chain(String id) {
        return Optional.ofNullable(mapper.find(id))
                .or(() -> Optional.ofNullable(mapper.discarded(id)))
                .map(a -> new Chain(new Subject("case", id), a.trailSeq, a.trailHead));
    }

    @Override
    public List<String> idsAfter(String id, int limit) {
        return mapper.idsAfter(id, limit);
    }

    private void write(CaseFile file) {
        Application row = file.application();
        if (file.pending().isEmpty() && (file.isChanged() || file.isBegun())) {
            throw new IllegalStateException(row.no + " changed without a trail entry: whoever changed it must say why");
        }
        if (file.pending().isEmpty() && !file.isTouched()) {
            return;
        }
        Chain chain = trail.append(row.chain(), file.pending());
        if (written(file, chain) != 1) {
            throw new OptimisticLockingFailureException(row.no + " was changed by somebody else");
        }
        file.written(chain);
    }

    private int written(CaseFile file, Chain chain) {
        Application row = file.application();
        if (file.isBegun()) {
            return mapper.insert(row, chain.seq(), chain.head());
        }
        return file.isChanged()
                ? mapper.update(row, chain.seq(), chain.head())
                : mapper.advance(row.no, row.version(), chain.seq(), chain.head());
    }

    @SuppressWarnings("unchecked")
    private Map<String, CaseFile> deskOfThisTransaction() {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            throw new IllegalStateException("a case file is opened inside a transaction only");
        }
        Object bound = TransactionSynchronizationManager.getResource(this);
        if (bound != null) {
            return (Map<String, CaseFile>) bound;
        }
        Map<String, CaseFile> desk = new LinkedHashMap<>();
        TransactionSynchronizationManager.bindResource(this, desk);
        TransactionSynchronizationManager.registerSynchronization(new WriteBeforeCommit(desk));
        return desk;
    }

    /** Writes every open file before the commit; forgets them with the transaction. */
    private final class WriteBeforeCommit implements TransactionSynchronization, Ordered {

        private final Map<String, CaseFile> desk;

        WriteBeforeCommit(Map<String, CaseFile> desk) {
            this.desk = desk;
        }

        @Override
        public int getOrder() {
            return Ordered.HIGHEST_PRECEDENCE;
        }

        @Override
        public void beforeCommit(boolean readOnly) {
            desk.values().forEach(Applications.this::write);
        }

        @Override
        public void suspend() {
            TransactionSynchronizationManager.unbindResource(Applications.this);
        }

        @Override
        public void resume() {
            TransactionSynchronizationManager.bindResource(Applications.this, desk);
        }

        @Override
        public void afterCompletion(int status) {
            TransactionSynchronizationManager.unbindResourceIfPossible(Applications.this);
        }
    }
}
