import { readScenarioFile, writeScenarioFile } from '../core/exchange/scenarioFile';
import { isScenarioLink, readScenarioLink, scenarioLink } from '../core/exchange/scenarioLink';
import type { LinkCommands, SharedScenario } from '../interface/services';
import type { Stores } from '../state/hooks';
import { LINK_WORDS } from './words';

/** Scenarios out and in as addresses. */
export function createLinkCommands({ model, notices, workspace }: Stores): LinkCommands {
  return {
    link(scenario) {
      const file = writeScenarioFile(scenario, model.getState().dataset);
      return `${location.origin}${location.pathname}${scenarioLink(file)}`;
    },
    read(fragment): SharedScenario | null {
      if (!isScenarioLink(fragment)) return null;
      const link = readScenarioLink(fragment);
      if (link.kind === 'failed') return { kind: 'refused', problems: [link.problem] };
      const reading = readScenarioFile(link.text, LINK_WORDS.link, model.getState().dataset);
      if (reading.kind === 'failed') return { kind: 'refused', problems: reading.problems };
      const { scenario, notes } = reading;
      const adopt = async (how: 'replace' | 'separate'): Promise<void> => {
        await workspace.adopt(scenario, how);
        if (notes.length > 0) notices.tell({ subject: 'delt lenke', tone: 'done', text: notes.join(' ') });
      };
      return {
        kind: 'scenario',
        name: scenario.name,
        note: scenario.note,
        open: () => adopt('separate'),
        replace: workspace.has(scenario.id) ? () => adopt('replace') : null,
      };
    },
  };
}
