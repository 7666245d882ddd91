<?php
/**
 * What came of asking KeyCRM to make something.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Sync\Create;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\KeyCrm\Client\ApiException;

final class SendResult {

	/** @param ?ApiException $refusal Null unless KeyCRM has refused the request itself. */
	private function __construct(
		public readonly bool $is_accepted,
		public readonly int $made_id,
		public readonly ?ApiException $refusal,
	) {}

	/** @param int $made_id KeyCRM's id of the product; 0 where the answer has none. */
	public static function accepted( int $made_id = 0 ): self {
		return new self( true, $made_id, null );
	}

	/** Nobody knows whether KeyCRM has carried it out. */
	public static function unclear(): self {
		return new self( false, 0, null );
	}

	public static function refused( ApiException $refusal ): self {
		return new self( false, 0, $refusal );
	}

	/** Whether KeyCRM complains about a name: it may be taken, or missing. */
	public function is_about_name(): bool {
		if ( null === $this->refusal ) {
			return false;
		}
		foreach ( $this->refusal->fields as $field ) {
			if ( 1 === preg_match( '/(^|\.)name$/', $field ) ) {
				return true;
			}
		}
		return array() === $this->refusal->fields && 1 === preg_match( '/\bname\b|назв|ім\'я/iu', $this->refusal->said );
	}

	/**
	 * @return list<int> The places in the list whose name KeyCRM has refused, where it says so ("products.3.name").
	 */
	public function places(): array {
		$places = array();
		foreach ( $this->refusal->fields ?? array() as $field ) {
			if ( 1 === preg_match( '/^\w+\.(\d{1,4})\.name$/', $field, $found ) ) {
				$places[] = (int) $found[1];
			}
		}
		return $places;
	}

	public function said(): string {
		return null === $this->refusal ? '' : ( '' === $this->refusal->said ? $this->refusal->details : $this->refusal->said );
	}
}
