import { config } from 'zod';

// The page's content policy forbids code made from text, which zod would otherwise try out, with a warning in the console.
config({ jitless: true });
