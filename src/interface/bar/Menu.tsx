import { useEffect, useId, useRef, useState, type ReactNode } from 'react';

interface MenuProps {
  readonly label: string;
  readonly button: ReactNode;
  readonly buttonClass?: string;
  readonly align?: 'left' | 'right';
  /** The menu's content; `close` folds it and gives the focus back to the button. */
  readonly children: (close: () => void) => ReactNode;
}

/** A button that opens a list of things to do. Escape, a click outside or leaving it by Tab closes it. */
export function Menu({ label, button, buttonClass = '', align = 'left', children }: MenuProps): ReactNode {
  const [open, setOpen] = useState(false);
  const frame = useRef<HTMLDivElement>(null);
  const trigger = useRef<HTMLButtonElement>(null);
  const id = useId();

  useEffect(() => {
    if (!open) return;
    const onPointerDown = (event: PointerEvent): void => {
      if (event.target instanceof Node && !frame.current?.contains(event.target)) setOpen(false);
    };
    document.addEventListener('pointerdown', onPointerDown);
    return () => {
      document.removeEventListener('pointerdown', onPointerDown);
    };
  }, [open]);

  function close(): void {
    setOpen(false);
    trigger.current?.focus();
  }

  return (
    <div
      className="menu-frame"
      ref={frame}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && open) {
          event.stopPropagation();
          close();
        }
      }}
      onBlur={(event) => {
        if (open && event.relatedTarget && !event.currentTarget.contains(event.relatedTarget)) setOpen(false);
      }}
    >
      <button
        ref={trigger}
        type="button"
        className={`bar-button ${buttonClass}`}
        aria-label={label}
        aria-expanded={open}
        aria-controls={id}
        onClick={() => {
          setOpen(!open);
        }}
      >
        {button}
      </button>
      <div id={id} className={`menu is-${align}`} hidden={!open}>
        {open ? children(close) : null}
      </div>
    </div>
  );
}
