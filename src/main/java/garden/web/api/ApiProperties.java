package garden.web.api;

import garden.note.Property;
import garden.note.PropertyValue;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The properties of a note as JSON has them: texts, lists of texts, numbers, booleans; dates in ISO 8601. */
final class ApiProperties {

    private ApiProperties() {}

    /** By name, in the order written. */
    static Map<String, Object> of(List<Property> properties) {
        Map<String, Object> values = new LinkedHashMap<>();
        properties.forEach(property -> values.put(property.name(), value(property.value())));
        return values;
    }

    private static Object value(PropertyValue value) {
        return switch (value) {
            case PropertyValue.Items(List<PropertyValue.Text> items) ->
                items.stream().map(PropertyValue.Text::plain).toList();
            case PropertyValue.Numeral(String written) -> new BigDecimal(written);
            case PropertyValue.Checkbox(boolean isChecked) -> isChecked;
            case PropertyValue.Text text -> text.plain();
            case PropertyValue.Day day -> day.plain();
            case PropertyValue.Moment moment -> moment.plain();
        };
    }
}
