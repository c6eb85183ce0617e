import { createContext, use, useId, useRef, type ReactNode } from 'react';

const MenuId = createContext('');

interface MenuProps {
  readonly label: string;
  readonly button: ReactNode;
  readonly buttonClass?: string;
  readonly align?: 'left' | 'right';
  readonly children: ReactNode;
}

/** A button that opens a list of things to do. Escape or a click outside closes it and gives the focus back. */
export function Menu({ label, button, buttonClass = '', align = 'left', children }: MenuProps): ReactNode {
  const trigger = useRef<HTMLButtonElement>(null);
  const id = useId();
  return (
    <>
      <button ref={trigger} type="button" className={`bar-button ${buttonClass}`} aria-label={label} popoverTarget={id}>
        {button}
      </button>
      <div
        id={id}
        popover="auto"
        className="menu"
        onBeforeToggle={(event) => {
          const place = trigger.current?.getBoundingClientRect();
          if (event.newState !== 'open' || !place) return;
          const { style } = event.currentTarget;
          style.setProperty('--menu-top', `${place.bottom + 6}px`);
          style.setProperty('--menu-left', align === 'left' ? `${place.left}px` : 'auto');
          style.setProperty('--menu-right', align === 'right' ? `${window.innerWidth - place.right}px` : 'auto');
        }}
      >
        <MenuId value={id}>{children}</MenuId>
      </div>
    </>
  );
}

interface MenuItemProps {
  readonly text: string;
  /** A word at the end of the line. */
  readonly aside?: string | undefined;
  /** A line below. */
  readonly note?: string;
  readonly current?: boolean;
  readonly disabled?: boolean;
  readonly onChoose: () => void;
}

/** One thing to do; choosing it closes the menu. */
export function MenuItem({ text, aside, note, current, disabled, onChoose }: MenuItemProps): ReactNode {
  return (
    <button
      type="button"
      className="menu-item"
      aria-current={current}
      disabled={disabled}
      popoverTarget={use(MenuId)}
      popoverTargetAction="hide"
      onClick={onChoose}
    >
      <span className="menu-item-text">
        {text}
        {note === undefined ? null : <span className="menu-item-note is-below">{note}</span>}
      </span>
      {aside === undefined ? null : <span className="menu-item-note">{aside}</span>}
    </button>
  );
}
