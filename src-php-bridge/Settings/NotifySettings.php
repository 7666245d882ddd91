<?php
/**
 * Who is told when the sync needs a person.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Settings;

defined( 'ABSPATH' ) || exit;

final class NotifySettings {

	/**
	 * @param list<string> $emails         Empty for the site's administrator.
	 * @param int          $after_failures Failed runs in a row; 0 for never.
	 */
	public function __construct(
		public readonly array $emails,
		public readonly int $after_failures,
	) {}

	/** @param array<string, mixed> $values Whole and valid. */
	public static function from_array( array $values ): self {
		return new self( array_values( array_map( 'strval', (array) $values['emails'] ) ), (int) $values['after_failures'] );
	}

	/** @return list<string> */
	public function addresses(): array {
		return array() === $this->emails ? array( (string) get_option( 'admin_email' ) ) : $this->emails;
	}

	/** @return array{emails: list<string>, after_failures: int} */
	public function to_array(): array {
		return array(
			'emails'         => $this->emails,
			'after_failures' => $this->after_failures,
		);
	}
}
