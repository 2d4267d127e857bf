let audio: AudioContext | undefined;

/** Two short tones. A browser may keep silent until somebody has touched the page. */
export function chime() {
  audio ??= new AudioContext();
  void audio.resume();
  const at = audio.currentTime;
  for (const [i, pitch] of [660, 880].entries()) {
    const tone = audio.createOscillator();
    const loudness = audio.createGain();
    tone.frequency.value = pitch;
    loudness.gain.setValueAtTime(0.0001, at + i * 0.18);
    loudness.gain.exponentialRampToValueAtTime(0.25, at + i * 0.18 + 0.02);
    loudness.gain.exponentialRampToValueAtTime(0.0001, at + i * 0.18 + 0.16);
    tone.connect(loudness).connect(audio.destination);
    tone.start(at + i * 0.18);
    tone.stop(at + i * 0.18 + 0.17);
  }
}

/** Asks the person whether the system may show notifications; false where it may not, or cannot. */
export async function mayNotify(): Promise<boolean> {
  if (typeof Notification === "undefined") return false;
  return Notification.permission === "granted" || (await Notification.requestPermission()) === "granted";
}

/** To whom does not look at the page: who does sees the case come. */
export function notify(tag: string, said: string, address: string) {
  if (document.visibilityState === "visible" || typeof Notification === "undefined" || Notification.permission !== "granted") return;
  try {
    const shown = new Notification("PRIS", { body: said, tag });
    shown.addEventListener("click", () => {
      window.focus();
      location.assign(address);
    });
  } catch {
    // some phones have the word and no notifications
  }
}
