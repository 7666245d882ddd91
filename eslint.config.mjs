/**
 * WordPress's rules, typescript-eslint's strictest that need types, and the house rules of this
 * repository that a linter can hold.
 */
import wordpress from '@wordpress/eslint-plugin';
import tseslint from 'typescript-eslint';

/** Features that others may use, each by what it may use of the others itself. */
const SHARED = {
	'current-run': [],
	formula: [],
	'product-history': [],
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
	// An error of the site's is told in one notice, wherever it arises.
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
			// Numbers in messages are what messages are for.
			'@typescript-eslint/restrict-template-expressions': [
				'error',
				{ allowNumber: true, allowBoolean: true },
			],
			// Unions of texts do the same. Without enums the rule about them finds nothing, and takes a seventh of the time.
			'no-restricted-syntax': [
				'error',
				{
					selector: 'TSEnumDeclaration',
					message: 'A union of texts, or zod’s enum.',
				},
			],
			'@typescript-eslint/no-unsafe-enum-assignment': 'off',
			// An arrow function that hands on a promise of nothing is not confusing.
			'@typescript-eslint/no-confusing-void-expression': 'off',
			// Names of JSON fields are snake_case on the wire and here.
			camelcase: 'off',
			// tsconfig's noPropertyAccessFromIndexSignature asks for the opposite.
			'dot-notation': 'off',
			'@typescript-eslint/dot-notation': 'off',
			'@typescript-eslint/method-signature-style': 'off',
			'max-lines': [ 'error', 300 ],
			// A value read before a guard is clearer than one read twice.
			'@wordpress/no-unused-vars-before-return': 'off',
			// TypeScript says the same, and knows more.
			'no-unused-vars': 'off',
			'no-undef': 'off',
			'import/named': 'off',
			'import/no-unresolved': 'off',
			'import/no-extraneous-dependencies': 'off',
			// Types say it, and tsc checks them.
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
			// The scripts speak to people in a terminal.
			'no-console': 'off',
			// A repeatable dice and a certificate are made of bits.
			'no-bitwise': 'off',
			// A test takes fields away from answers, to see what happens without them.
			'@typescript-eslint/no-dynamic-delete': 'off',
			// The demo's page is no part of wp-admin, and of no editor's frame.
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
			// An answer that is not what the test expects fails the test all the same.
			'@typescript-eslint/no-unsafe-assignment': 'off',
			'@typescript-eslint/no-unsafe-argument': 'off',
			'@typescript-eslint/no-unsafe-call': 'off',
			'@typescript-eslint/no-unsafe-member-access': 'off',
			'@typescript-eslint/no-unsafe-return': 'off',
			// Cases of a table share one type, whether or not they wait for something.
			'@typescript-eslint/require-await': 'off',
		},
	},
	{
		// A list of cases is as long as there are cases.
		files: [ 'tests/support/*-table.ts' ],
		rules: { 'max-lines': 'off' },
	},
	{
		files: [ '{src-admin,tests/admin}/**/*.{ts,tsx}' ],
		// Fields of JSON are snake_case on the wire and here; all other names are not.
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
