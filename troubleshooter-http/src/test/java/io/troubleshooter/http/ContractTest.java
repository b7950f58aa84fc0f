package io.troubleshooter.http;

import static org.assertj.core.api.Assertions.assertThatCode;

import org.junit.jupiter.api.Test;

class ContractTest {

    @Test
    void everySchemaIsOne() {
        assertThatCode(Contract::compileAll).doesNotThrowAnyException();
    }
}
