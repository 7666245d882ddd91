<?php
/**
 * What went wrong with a run, in the owner's words.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Value;

defined( 'ABSPATH' ) || exit;

/**
 * `message` says what happened and what it means, `hint` what to do (both translated); `code` and
 * `details` are for technical people and never hold the API key.
 */
final class RunError {

	/** A newer run has taken the place of one that waited for a decision. */
	public const SUPERSEDED = 'superseded';

	public function __construct(
		public readonly string $code,
		public readonly string $message,
		public readonly string $hint,
		public readonly string $details = '',
	) {}

	/** @return array{code: string, message: string, hint: string, details: string} */
	public function to_array(): array {
		return array(
			'code'    => $this->code,
			'message' => $this->message,
			'hint'    => $this->hint,
			'details' => $this->details,
		);
	}

	/** @param array<string, string> $row As written by to_array(). */
	public static function from_array( array $row ): self {
		return new self( $row['code'], $row['message'], $row['hint'], $row['details'] ?? '' );
	}
}
