package io.troubleshooter.model;

import io.troubleshooter.contract.EmbeddingsContract;
import io.troubleshooter.contract.WordVectors;

class WordVectorsTest extends EmbeddingsContract {

    @Override
    protected Embeddings embeddings() {
        return new WordVectors();
    }
}
