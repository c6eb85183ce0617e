/** A folder with text files. */
export interface FileFolder {
  readonly name: string;
  /** Whether files may be written without asking. */
  mayWrite(): Promise<boolean>;
  /** Asks the user, who must just have clicked. */
  askToWrite(): Promise<boolean>;
  names(): Promise<readonly string[]>;
  /** A file's text; null where there is none of this name. */
  read(file: string): Promise<string | null>;
  write(file: string, text: string): Promise<void>;
  remove(file: string): Promise<void>;
}

/** What the File System Access API adds to a folder, where the browser has it. */
export interface FolderHandle extends FileSystemDirectoryHandle {
  queryPermission?: (wanted: { readonly mode: 'readwrite' }) => Promise<PermissionState>;
  requestPermission?: (wanted: { readonly mode: 'readwrite' }) => Promise<PermissionState>;
}

const WRITE = { mode: 'readwrite' } as const;

function isMissing(problem: unknown): boolean {
  return problem instanceof DOMException && problem.name === 'NotFoundError';
}

/** A folder of the user's disk. */
export function folderOf(handle: FolderHandle): FileFolder {
  return {
    name: handle.name,
    async mayWrite() {
      return (await (handle.queryPermission?.(WRITE) ?? 'granted')) === 'granted';
    },
    async askToWrite() {
      return (await (handle.requestPermission?.(WRITE) ?? 'granted')) === 'granted';
    },
    async names() {
      const names: string[] = [];
      for await (const [name, entry] of handle.entries()) if (entry.kind === 'file') names.push(name);
      return names;
    },
    async read(file) {
      try {
        return await (await (await handle.getFileHandle(file)).getFile()).text();
      } catch (problem) {
        if (isMissing(problem)) return null;
        throw problem;
      }
    },
    async write(file, text) {
      // The browser writes beside the file and puts it in its place when it is whole.
      const stream = await (await handle.getFileHandle(file, { create: true })).createWritable();
      await stream.write(text);
      await stream.close();
    },
    async remove(file) {
      try {
        await handle.removeEntry(file);
      } catch (problem) {
        if (!isMissing(problem)) throw problem;
      }
    },
  };
}
