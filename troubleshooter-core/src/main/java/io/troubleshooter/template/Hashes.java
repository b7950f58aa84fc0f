package io.troubleshooter.template;

/** 64-bit hashes that are the same in every run. */
final class Hashes {

    /** 2^64 divided by the golden ratio, made odd. */
    static final long PRIME = 0x9E3779B97F4A7C15L;

    private static final long FNV_OFFSET = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;

    private Hashes() {}

    /** The finishing step of MurmurHash3 (Austin Appleby, public domain): every input bit moves every output bit. */
    static long mix(long value) {
        long h = value;
        h = (h ^ h >>> 33) * 0xff51afd7ed558ccdL;
        h = (h ^ h >>> 33) * 0xc4ceb9fe1a85ec53L;
        return h ^ h >>> 33;
    }

    static long combine(long hash, long value) {
        return mix((hash ^ value) * PRIME + 1);
    }

    /** FNV-1a, 64 bits (Fowler, Noll, Vo). */
    static long fnv1a(byte[] bytes, int from, int to) {
        long hash = FNV_OFFSET;
        for (int i = from; i < to; i++) {
            hash = (hash ^ (bytes[i] & 0xff)) * FNV_PRIME;
        }
        return hash;
    }
}
