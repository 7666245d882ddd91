<?php
/**
 * A date that can also be shown in the site's time, with a named zone or an offset.
 */

declare(strict_types=1);

class WC_DateTime extends DateTime {
	/** @var int Seconds east of UTC, for sites without a named zone. */
	protected $utc_offset = 0;

	public function __toString() {
		return $this->format( DATE_ATOM );
	}

	public function set_utc_offset( $offset ) {
		$this->utc_offset = (int) $offset;
	}

	#[\ReturnTypeWillChange]
	public function getOffset() {
		return 0 === $this->utc_offset ? parent::getOffset() : $this->utc_offset;
	}

	#[\ReturnTypeWillChange]
	public function setTimezone( $timezone ) {
		$this->utc_offset = 0;
		return parent::setTimezone( $timezone );
	}

	public function getOffsetTimestamp() {
		return $this->getTimestamp() + $this->getOffset();
	}

	public function date( $format ) {
		return gmdate( $format, $this->getOffsetTimestamp() );
	}

	public function date_i18n( $format = 'Y-m-d' ) {
		return date_i18n( $format, $this->getOffsetTimestamp() );
	}
}
