/** What each version of the method changed, newest last. Norwegian. */
export const METHOD_CHANGES: readonly { readonly version: number; readonly change: string }[] = [
  { version: 1, change: 'Første versjon.' },
  {
    version: 2,
    change:
      'B5 tar bort det grønne i felt som i hovedsak bygges om, ikke i alle felt. Transformasjonsfelt dekker hele småbyer, og uten dette sto småbyene uten en eneste park. Avstanden til grønt måles på gitteret, så tallet følger pekeren, og som luftlinje · k også med gangnett.',
  },
  {
    version: 3,
    change:
      'Tiltak teller: flyttede og nye stasjoner, andre avganger, nytt grønt og vern. Før ble de ikke regnet med. Scenarioer uten slike tiltak får samme tall som i versjon 2.',
  },
];
