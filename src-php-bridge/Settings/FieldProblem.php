<?php
/**
 * What is wrong with one field of the settings.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Settings;

defined( 'ABSPATH' ) || exit;

/** A code and a limit; Text\FieldProblemText makes the sentence. */
final class FieldProblem {

	public const TOO_SMALL = 'too_small';
	public const TOO_LARGE = 'too_large';
	public const NO_NUMBER = 'no_number';
	public const NO_CHOICE = 'no_choice';
	public const NO_EMAIL  = 'no_email';
	public const TOO_MANY  = 'too_many';
	public const REPEATED  = 'repeated';
	public const NO_VALUE  = 'no_value';

	/**
	 * @param string           $path  Of the field, with dots, as in guard.max_drop_percent or notify.emails.0.
	 * @param string           $code  One of the constants.
	 * @param list<int|string> $limit What the code is about: the least or largest value, or the choices.
	 */
	public function __construct(
		public readonly string $path,
		public readonly string $code,
		public readonly array $limit = array(),
	) {}
}
