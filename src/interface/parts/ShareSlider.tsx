import { useRef, type CSSProperties, type KeyboardEvent, type ReactNode } from 'react';
import { formatShare } from '../format/numbers';

interface ShareSliderProps {
  readonly label: string;
  /** 0–1. */
  readonly value: number;
  /** The share at which there is no more room, or null where there always is. */
  readonly fullAt?: number | null;
  readonly disabled?: boolean;
  readonly onChange: (value: number) => void;
  /** The finger, the pointer or the key is lifted. */
  readonly onEnd: () => void;
}

/** Share that the thumb moves for each key. */
const KEY_STEPS: Readonly<Record<string, number>> = {
  ArrowRight: 0.01,
  ArrowUp: 0.01,
  ArrowLeft: -0.01,
  ArrowDown: -0.01,
  PageUp: 0.1,
  PageDown: -0.1,
  Home: -1,
  End: 1,
};

/** A slider for a part of a whole. Its track is hatched from the share at which there is no more room. */
export function ShareSlider({ label, value, fullAt = null, disabled = false, onChange, onEnd }: ShareSliderProps): ReactNode {
  /** Only the slider that moves may end the gesture: as the hand goes to another, this one loses the focus in the midst of it. */
  const isMoving = useRef(false);
  const full = fullAt !== null && fullAt < 1 ? fullAt : null;
  const style: CSSProperties & Record<`--${string}`, string> = {
    '--filled': placeOf(value),
    '--full-at': full === null ? '100%' : placeOf(full),
  };

  function move(share: number): void {
    isMoving.current = true;
    onChange(share);
  }

  function end(): void {
    if (isMoving.current) onEnd();
    isMoving.current = false;
  }

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>): void {
    const step = KEY_STEPS[event.key];
    if (step === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    const fine = event.shiftKey && Math.abs(step) === 0.01 ? step / 10 : step;
    const next = Math.min(1, Math.max(0, Math.round((value + fine) * 1000) / 1000));
    if (next !== value) move(next);
  }

  return (
    <div className="slider-frame">
      {full === null ? null : <span className="slider-full-mark" style={{ left: `calc(${placeOf(full)} - 1px)` }} />}
      <input
        type="range"
        className={full === null ? 'slider' : 'slider has-limit'}
        style={style}
        min={0}
        max={1}
        step={0.001}
        value={value}
        disabled={disabled}
        aria-label={label}
        aria-valuetext={formatShare(value)}
        onChange={(event) => {
          move(event.currentTarget.valueAsNumber);
        }}
        onKeyDown={onKeyDown}
        onKeyUp={end}
        onPointerUp={end}
        onPointerCancel={end}
        onBlur={end}
      />
    </div>
  );
}

/** Where on the track the middle of the thumb (18 px wide) stands. */
function placeOf(share: number): string {
  return `calc(9px + ${share.toFixed(4)} * (100% - 18px))`;
}
