package io.troubleshooter.aws.dynamo;

import io.troubleshooter.contract.DocumentsContract;
import io.troubleshooter.contract.TickingClock;
import io.troubleshooter.guard.Documents;
import org.junit.jupiter.api.Nested;

class DynamoDocumentsTest {

    @Nested
    class OnDynamo implements DocumentsContract {
        @Override
        public Documents documents(TickingClock clock) {
            return LocalDynamo.stores(LocalDynamo.newTable(), DynamoLimits.DEFAULT, clock)
                    .documents();
        }
    }

    @Nested
    class WithTroubles implements DocumentsContract {
        @Override
        public Documents documents(TickingClock clock) {
            Troubles troubles = new Troubles().randomly(7, 0.3, Trouble.values());
            return LocalDynamo.stores(LocalDynamo.newTable(), DynamoLimits.DEFAULT, clock, troubles)
                    .documents();
        }
    }
}
