/**
 * WordPress's rules, typescript-eslint's strictest that need types, and the house rules of this
 * repository that a linter can hold.
 */
import wordpress from '@wordpress/eslint-plugin';
import tseslint from 'typescript-eslint';

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
			'import/resolver': { typescript: { project: './tsconfig.json' } },
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
				{ allowNumber: true },
			],
			// An arrow function that hands on a promise of nothing is not confusing.
			'@typescript-eslint/no-confusing-void-expression': 'off',
			// Names of JSON fields are snake_case on the wire and here.
			camelcase: 'off',
			// tsconfig's noPropertyAccessFromIndexSignature asks for the opposite.
			'dot-notation': 'off',
			'@typescript-eslint/dot-notation': 'off',
			'@typescript-eslint/method-signature-style': 'off',
			'max-lines': [ 'error', 200 ],
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
		},
	},
	{
		files: [ 'tests/**/*.{ts,tsx}' ],
		rules: {
			// The scripts speak to people in a terminal.
			'no-console': 'off',
		},
	},
	{
		files: [ 'src-admin/**/*.{ts,tsx}' ],
		rules: {
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
