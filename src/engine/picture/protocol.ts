/** Asked once of a picture worker. */
export interface PictureRequest {
  readonly svg: string;
  readonly dotsPerInch: number;
}

export type PictureAnswer = { readonly kind: 'drawn'; readonly png: Uint8Array<ArrayBuffer> } | { readonly kind: 'failed' };
