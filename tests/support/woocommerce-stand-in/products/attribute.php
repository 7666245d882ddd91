<?php
/**
 * One attribute of a product, such as its sizes. The stand-in has only text attributes, no global ones.
 */

declare(strict_types=1);

class WC_Product_Attribute implements ArrayAccess {
	/** @var array<string, mixed> */
	protected $data = array(
		'id'        => 0,
		'name'      => '',
		'options'   => array(),
		'position'  => 0,
		'visible'   => false,
		'variation' => false,
	);

	public function is_taxonomy() {
		return 0 < $this->get_id();
	}

	public function get_data() {
		return array_merge(
			$this->data,
			array(
				'is_visible'   => $this->get_visible() ? 1 : 0,
				'is_variation' => $this->get_variation() ? 1 : 0,
				'is_taxonomy'  => $this->is_taxonomy() ? 1 : 0,
				'value'        => wc_implode_text_attributes( $this->get_options() ),
			)
		);
	}

	public function get_id() {
		return $this->data['id'];
	}

	public function set_id( $value ) {
		$this->data['id'] = absint( $value );
	}

	public function get_name() {
		return $this->data['name'];
	}

	public function set_name( $value ) {
		$this->data['name'] = $value;
	}

	public function get_options() {
		return $this->data['options'];
	}

	public function set_options( $value ) {
		$this->data['options'] = $value;
	}

	public function get_position() {
		return $this->data['position'];
	}

	public function set_position( $value ) {
		$this->data['position'] = absint( $value );
	}

	public function get_visible() {
		return $this->data['visible'];
	}

	public function set_visible( $value ) {
		$this->data['visible'] = wc_string_to_bool( $value );
	}

	public function get_variation() {
		return $this->data['variation'];
	}

	public function set_variation( $value ) {
		$this->data['variation'] = wc_string_to_bool( $value );
	}

	#[\ReturnTypeWillChange]
	public function offsetGet( $offset ) {
		return $this->get_data()[ $offset ] ?? '';
	}

	#[\ReturnTypeWillChange]
	public function offsetSet( $offset, $value ) {
		if ( method_exists( $this, "set_$offset" ) ) {
			$this->{"set_$offset"}( $value );
		}
	}

	#[\ReturnTypeWillChange]
	public function offsetUnset( $offset ) {}

	#[\ReturnTypeWillChange]
	public function offsetExists( $offset ) {
		return array_key_exists( $offset, $this->get_data() );
	}
}
