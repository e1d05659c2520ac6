import css from './Track.module.css';

/** What of a switch is seen: on or off, as the button around it says in `aria-checked`. */
export const Track = () => (
  <span class={css.track} aria-hidden="true">
    <span class={css.knob} />
  </span>
);
