/** The columns that a rejects file has beyond its header; the importer passes them over when the file comes back. */
export const REJECT_COLUMNS = ['_error_code', '_error', '_fix'] as const;
