import { folderOf, type FileFolder, type FolderHandle } from '../state/fileFolder';
import type { FolderGround } from '../state/folderStore';
import type { WorkStorage } from '../state/persistence/workStorage';

const FOLDER = 'folder';

interface FolderWindow {
  readonly showDirectoryPicker?: (wanted: { readonly id: string; readonly mode: 'readwrite' }) => Promise<FolderHandle>;
}

/** The folders of the user's disk, where the browser can write in them. */
export function foldersOf(storage: WorkStorage | null): FolderGround['folders'] {
  const { showDirectoryPicker } = window as FolderWindow;
  if (!showDirectoryPicker || !storage) return null;
  const handles = new Map<FileFolder, FolderHandle>();
  const known = (handle: FolderHandle): FileFolder => {
    const folder = folderOf(handle);
    handles.set(folder, handle);
    return folder;
  };
  return {
    async pick() {
      try {
        return known(await showDirectoryPicker.call(window, { id: 'scenarioer', mode: 'readwrite' }));
      } catch (problem) {
        // Whoever closes the dialog has chosen nothing.
        if (problem instanceof DOMException && problem.name === 'AbortError') return null;
        throw problem;
      }
    },
    async kept() {
      const handle = await storage.setting(FOLDER);
      return handle instanceof FileSystemDirectoryHandle ? known(handle) : null;
    },
    keep: (folder) => storage.keepSetting(FOLDER, folder ? handles.get(folder) : undefined),
  };
}
