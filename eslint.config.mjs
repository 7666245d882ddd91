/**
 * WordPress's rules, typescript-eslint's strictest type-aware rules, and this repository's own rules.
 */
import wordpress from '@wordpress/eslint-plugin';
import tseslint from 'typescript-eslint';

/** Shared features: every feature may use them. The value names the shared features that each may use itself. */
const SHARED = {
	'current-run': [],
	formula: [],
	'product-history': [],
	'product-sync': [ 'product-history' ],
	warehouses: [],
	'settings-form': [ 'formula', 'warehouses' ],
	'stock-state': [ 'current-run', 'settings-form' ],
	undo: [ 'current-run' ],
};
const SCREENS = [
	'changes',
	'help',
	'mismatches',
	'overview',
	'settings',
	'setup',
];
const BELOW_FEATURES = [
	'./contract',
	'./api',
	'./ui',
	'./lib',
	'./app/router',
];

const feature = ( name, uses ) => ( {
	target: `./src-admin/features/${ name }`,
	from: './src-admin',
	except: [
		...BELOW_FEATURES,
		...[ name, ...uses ].map( ( one ) => `./features/${ one }` ),
	],
	message: 'Arrows of the admin screen go one way: see the README.',
} );
const room = ( name, uses ) => ( {
	target: `./src-admin/${ name }`,
	from: './src-admin',
	except: [ name, ...uses ].map( ( one ) => `./${ one }` ),
	message: 'Arrows of the admin screen go one way: see the README.',
} );

const ARROWS = [
	room( 'contract', [] ),
	room( 'lib', [] ),
	// Because one notice shows every error of the REST API, `ui` may know its class.
	room( 'ui', [ 'lib', 'api/api-error.ts' ] ),
	room( 'api', [ 'contract', 'lib' ] ),
	room( 'app/router', [ 'contract', 'lib', 'ui' ] ),
	...Object.entries( SHARED ).map( ( [ name, uses ] ) =>
		feature( name, uses )
	),
	...SCREENS.map( ( name ) => feature( name, Object.keys( SHARED ) ) ),
];

export default tseslint.config(
	{ ignores: [ 'node_modules', 'vendor', 'dist', '.cache', 'plugin/build' ] },
	...wordpress.configs.recommended,
	{
		files: [ '**/*.{ts,tsx}' ],
		extends: [ ...tseslint.configs.strictTypeChecked ],
		languageOptions: {
			parserOptions: {
				project: './tsconfig.json',
				tsconfigRootDir: import.meta.dirname,
			},
		},
		settings: {
			'import/resolver': { node: { extensions: [ '.ts', '.tsx' ] } },
		},
		rules: {
			'@typescript-eslint/consistent-type-imports': 'error',
			'@typescript-eslint/consistent-type-assertions': [
				'error',
				{ assertionStyle: 'never' },
			],
			'@typescript-eslint/no-non-null-assertion': 'error',
			'@typescript-eslint/no-explicit-any': 'error',
			'@typescript-eslint/switch-exhaustiveness-check': 'error',
			// A number in a message is readable as it is.
			'@typescript-eslint/restrict-template-expressions': [
				'error',
				{ allowNumber: true, allowBoolean: true },
			],
			// Unions of strings replace enums. Without enums the rule about enums finds nothing, and takes a seventh of
			// ESLint's time.
			'no-restricted-syntax': [
				'error',
				{
					selector: 'TSEnumDeclaration',
					message: 'A union of texts, or zod’s enum.',
				},
			],
			'@typescript-eslint/no-unsafe-enum-assignment': 'off',
			// A short arrow function may return the result of a call that returns nothing.
			'@typescript-eslint/no-confusing-void-expression': 'off',
			// Because JSON fields have names in snake_case, the rule is off here. A block below sets a milder one.
			camelcase: 'off',
			// tsconfig's noPropertyAccessFromIndexSignature asks for the opposite.
			'dot-notation': 'off',
			'@typescript-eslint/dot-notation': 'off',
			'@typescript-eslint/method-signature-style': 'off',
			'max-lines': [ 'error', 300 ],
			// Reading a value once before an early return is clearer than reading it twice.
			'@wordpress/no-unused-vars-before-return': 'off',
			// TypeScript checks the same, with more knowledge.
			'no-unused-vars': 'off',
			'no-undef': 'off',
			'import/named': 'off',
			'import/no-unresolved': 'off',
			'import/no-extraneous-dependencies': 'off',
			// TypeScript's types say this, and tsc checks them.
			'jsdoc/require-param': 'off',
			'jsdoc/require-param-type': 'off',
			'jsdoc/require-returns': 'off',
			'jsdoc/require-returns-type': 'off',
			'jsdoc/require-property-type': 'off',
			'jsdoc/check-param-names': 'off',
			'jsdoc/no-undefined-types': 'off',
		},
	},
	{
		files: [ 'tests/**/*.{ts,tsx}' ],
		rules: {
			// Scripts print to a terminal.
			'no-console': 'off',
			// The random numbers and the certificate need bitwise operators.
			'no-bitwise': 'off',
			// Tests delete fields from answers, to see what happens without them.
			'@typescript-eslint/no-dynamic-delete': 'off',
			// The demo's page runs outside wp-admin, and so never in the editor's iframe.
			'@wordpress/no-global-active-element': 'off',
		},
	},
	{
		files: [
			'tests/{unit,admin,wordpress,e2e}/**/*.{ts,tsx}',
			// The demo's page trusts its own server.
			'tests/support/keycrm-server/page/client/**/*.ts',
		],
		rules: {
			// If an answer has another type than the test expects, an assertion fails anyway.
			'@typescript-eslint/no-unsafe-assignment': 'off',
			'@typescript-eslint/no-unsafe-argument': 'off',
			'@typescript-eslint/no-unsafe-call': 'off',
			'@typescript-eslint/no-unsafe-member-access': 'off',
			'@typescript-eslint/no-unsafe-return': 'off',
			// All cases of a table have one type, so some are async although they await nothing.
			'@typescript-eslint/require-await': 'off',
		},
	},
	{
		// A table has as many lines as it has cases.
		files: [ 'tests/support/*-table.ts' ],
		rules: { 'max-lines': 'off' },
	},
	{
		files: [ '{src-admin,tests/admin}/**/*.{ts,tsx}' ],
		// Only JSON fields may have names in snake_case.
		rules: { camelcase: [ 'error', { properties: 'never' } ] },
	},
	{
		files: [ 'src-admin/**/*.{ts,tsx}' ],
		rules: {
			'import/no-restricted-paths': [ 'error', { zones: ARROWS } ],
			'@wordpress/i18n-text-domain': [
				'error',
				{ allowedTextDomain: 'stock-sync-for-keycrm' },
			],
		},
	},
	{
		files: [ '**/*.{cjs,mjs}' ],
		rules: {
			'import/no-extraneous-dependencies': 'off',
			'import/no-unresolved': 'off',
		},
	}
);
