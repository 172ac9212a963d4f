package com.example.smars;

/** The eight flags that a parent order carries, one bit each. */
public final class OrderFlags {
    public static final int ISO = 1 << 0;
    public static final int NOT_HELD = 1 << 1;
    public static final int DISCRETION = 1 << 2;
    public static final int RETAIL_LIQUIDITY = 1 << 7;

    private final int bits;

    public OrderFlags(int bits) { this.bits = bits; }

    public boolean has(int flag) { return (bits & flag) != 0; }
}
