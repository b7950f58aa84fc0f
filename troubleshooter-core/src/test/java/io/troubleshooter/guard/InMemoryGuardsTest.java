package io.troubleshooter.guard;

import io.troubleshooter.contract.AnswerCacheContract;
import io.troubleshooter.contract.AuditLogContract;
import io.troubleshooter.contract.BudgetsContract;
import io.troubleshooter.contract.DocumentsContract;
import io.troubleshooter.contract.TickingClock;
import org.junit.jupiter.api.Nested;

class InMemoryGuardsTest {

    @Nested
    class BudgetsInMemory implements BudgetsContract {
        @Override
        public Budgets budgets(TickingClock clock) {
            return new InMemoryBudgets(LIMIT, clock);
        }
    }

    @Nested
    class CacheInMemory implements AnswerCacheContract {
        @Override
        public AnswerCache cache(long maxBytes, TickingClock clock) {
            return new InMemoryAnswerCache(maxBytes, clock);
        }
    }

    @Nested
    class DocumentsInMemory implements DocumentsContract {
        @Override
        public Documents documents(TickingClock clock) {
            return new InMemoryDocuments(clock);
        }
    }

    @Nested
    class AuditInMemory implements AuditLogContract {
        @Override
        public AuditLog audit() {
            return new InMemoryAuditLog(100);
        }
    }
}
