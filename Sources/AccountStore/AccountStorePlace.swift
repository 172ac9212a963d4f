/// Where accounts, sessions and tokens are kept: beside the record, not in it.
enum AccountStorePlace {}
