/** Two beats and a plus: the mark. */
export function Mark({ size = 26 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 26 26" aria-hidden>
      <rect width="26" height="26" rx="6" fill="#0e6c78" />
      <path
        d="M4 14h4l2.2-6 3.6 11 2.6-8 1.4 3H22"
        fill="none"
        stroke="#fff"
        strokeWidth="2"
        strokeLinejoin="round"
        strokeLinecap="round"
      />
    </svg>
  );
}
