package org.lianfu.credit;

import java.util.List;
import java.util.Optional;
import org.lianfu.credit.store.PoolRows;
import org.lianfu.credit.store.PoolRows.PoolRow;
import org.lianfu.shared.Money;
import org.lianfu.trail.Chain;
import org.lianfu.trail.ChainHolder;
import org.lianfu.trail.Entry;
import org.lianfu.trail.Subject;
import org.lianfu.trail.Trail;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The risk pool's row with its chain in the trail: whatever changes in it is one entry, written with the row. */
@Component
public class Pool implements ChainHolder {

    /** There is one pool for all loan programs of the city. */
    public static final String CODE = "ZZ-RISK-POOL";

    private static final String KIND = "pool";

    private final PoolRows rows;
    private final Trail trail;

    Pool(PoolRows rows, Trail trail) {
        this.rows = rows;
        this.trail = trail;
    }

    Money balance() {
        PoolRow row = rows.find(CODE);
        return Money.ofFen(row == null ? 0 : row.balance());
    }

    /** Writes what happened, and how the balance changed by it. @return false when the balance does not suffice */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean append(Entry entry, Money change) {
        PoolRow row = lock();
        if (row.balance() + change.fen() < 0) {
            return false;
        }
        Chain end = trail.append(chain(row), List.of(entry));
        if (rows.update(CODE, change.fen(), row.trailSeq(), end.seq(), end.head()) != 1) {
            throw new IllegalStateException("the pool's chain moved although its row was locked");
        }
        return true;
    }

    /** Nobody else changes the pool until the running transaction ends; the first one to ask for it makes its row. */
    PoolRow lock() {
        PoolRow row = rows.lock(CODE);
        if (row == null) {
            Chain empty = Chain.start(new Subject(KIND, CODE));
            try {
                rows.insert(new PoolRow(CODE, 0, empty.seq(), empty.head()));
            } catch (DuplicateKeyException made) {
                // somebody else was first; the row is there now
            }
            row = rows.lock(CODE);
        }
        return row;
    }

    private static Chain chain(PoolRow row) {
        return new Chain(new Subject(KIND, row.code()), row.trailSeq(), row.trailHead());
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Optional<Chain> chain(String code) {
        return Optional.ofNullable(rows.find(code)).map(Pool::chain);
    }

    @Override
    public List<String> idsAfter(String code, int limit) {
        return rows.codesAfter(code, limit);
    }
}
