import { type DoctorCheck, passes, warns } from '../check.ts';

/** Bits of everybody but the owner. */
const OTHERS = 0o077;
/** Who may write in a folder may put another file in the place of one that he may not even read. */
const OTHERS_WRITE = 0o022;

/**
 * The file names people: it is its owner's alone (issue 5, section 1). `init` makes the folders that it needs with mode
 * 0700; one that was there before may be read by others, but not be written.
 */
export const fileMode: DoctorCheck<'file-mode'> = {
  id: 'file-mode',
  run: ({ file, mode, folder, folderMode, writable }) => {
    if ((mode & OTHERS) !== 0)
      return warns(
        'file-open-to-others',
        { path: file, bits: bits(mode) },
        { kind: 'shell', words: ['chmod', '600', file] },
      );
    if ((folderMode & OTHERS_WRITE) !== 0 && (folderMode & STICKY) === 0)
      return warns(
        'folder-open-to-others',
        { path: folder, bits: bits(folderMode) },
        { kind: 'shell', words: ['chmod', 'go-w', folder] },
      );
    if (!writable) return warns('file-read-only', { file }, { kind: 'shell', words: ['chmod', 'u+w', file] });
    return passes('file-private', { file, bits: bits(mode) });
  },
};

/** In such a folder (`/tmp`) each may remove only files of his own: https://man7.org/linux/man-pages/man7/inode.7.html */
const STICKY = 0o1000;

function bits(mode: number): string {
  return (mode & 0o777).toString(8).padStart(4, '0');
}
