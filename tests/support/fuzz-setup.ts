import fc from 'fast-check'

// The same cases in every run, so that what fails was broken by the change at hand; `FUZZ_SEED` looks at others.
fc.configureGlobal({ seed: Number(process.env.FUZZ_SEED ?? 20_261_126) })
