/**
 * One base for the four kinds of tests: unit, admin (jsdom), wordpress (php-wasm or native) and e2e (Chromium).
 */
const base = {
	testEnvironment: 'node',
	transform: {
		'\\.[cm]?[jt]sx?$': [
			'@swc/jest',
			{
				jsc: {
					parser: { syntax: 'typescript', tsx: true },
					transform: { react: { runtime: 'automatic' } },
					target: 'es2022',
				},
				module: { type: 'commonjs' },
			},
		],
	},
};

const project = ( name, more = {} ) => ( {
	...base,
	displayName: name,
	testMatch: [ `<rootDir>/tests/${ name }/**/*.test.ts?(x)` ],
	...more,
} );

export default {
	maxWorkers: 2,
	// A test against WordPress may have to install it first, which takes minutes in php-wasm.
	testTimeout: 600_000,
	projects: [
		project( 'unit' ),
		project( 'admin', {
			testEnvironment: 'jsdom',
			// Because TanStack's packages are ES modules, jest has to transform them.
			transformIgnorePatterns: [ '/node_modules/(?!@tanstack/)' ],
			setupFilesAfterEnv: [ '@testing-library/jest-dom' ],
			moduleNameMapper: {
				'\\.s?css$': '<rootDir>/tests/support/jest/styles.ts',
			},
		} ),
		project( 'wordpress', {
			globalSetup: '<rootDir>/tests/support/jest/global-setup.ts',
			globalTeardown: '<rootDir>/tests/support/jest/global-teardown.ts',
		} ),
		project( 'e2e' ),
	],
};
