/** What is put right in a cell because it cannot mean anything else; everything else is an error or is taken as written. */
export type RepairCode = 'zeros-restored' | 'look-alikes-replaced' | 'blanks-removed' | 'apostrophe-removed';
