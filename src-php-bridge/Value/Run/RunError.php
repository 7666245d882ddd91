<?php
/**
 * What went wrong with a run.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Value\Run;

defined( 'ABSPATH' ) || exit;

/**
 * A code and what its sentence names. The sentence itself is made by Text\Run\RunErrorText for the person who
 * reads it: the worker that failed may have had another language. `details` are for technical people and
 * never hold the API key.
 */
final class RunError {

	/** A newer run has replaced one that waited for a person. */
	public const SUPERSEDED = 'superseded';

	/** Other settings were saved while it was writing: a new run takes its place. */
	public const SETTINGS_CHANGED = 'settings_changed';

	/** The site is perhaps a copy, and nobody has said yet that the shop has moved. */
	public const OTHER_SITE = 'copied_site';

	/** Technical details are cut at so many letters. */
	private const MOST_DETAILS = 4000;

	/**
	 * @param array<string, string|int> $params  What the sentence of this code names.
	 * @param string                    $message The sentence, where an early version has stored it; else ''.
	 * @param string                    $hint    What to do, where an early version has stored it; else ''.
	 */
	public function __construct(
		public readonly string $code,
		public readonly array $params = array(),
		public readonly string $details = '',
		public readonly string $message = '',
		public readonly string $hint = '',
	) {}

	public function number( string $name ): int {
		return (int) ( $this->params[ $name ] ?? 0 );
	}

	public function text( string $name ): string {
		return (string) ( $this->params[ $name ] ?? '' );
	}

	/** @return array<string, mixed> For the database. */
	public function to_array(): array {
		$stored = array(
			'code'    => $this->code,
			'params'  => $this->params,
			// Details may be another plugin's message: of any length, and not always UTF-8.
			'details' => mb_substr( mb_scrub( $this->details, 'UTF-8' ), 0, self::MOST_DETAILS, 'UTF-8' ),
		);
		return '' === $this->message ? $stored : $stored + array(
			'message' => $this->message,
			'hint'    => $this->hint,
		);
	}

	/** @param array<string, mixed> $row As written by to_array(), or by an early version. */
	public static function from_array( array $row ): self {
		$text   = static fn ( string $key ): string => is_string( $row[ $key ] ?? null ) ? $row[ $key ] : '';
		$params = array();
		foreach ( is_array( $row['params'] ?? null ) ? $row['params'] : array() as $name => $value ) {
			if ( is_string( $value ) || is_int( $value ) ) {
				$params[ (string) $name ] = $value;
			}
		}
		return new self( $text( 'code' ), $params, $text( 'details' ), $text( 'message' ), $text( 'hint' ) );
	}
}
