using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Schematic.Contracts.Wire;
using Schematic.Testing.Contract;

namespace Schematic.Gateway.Tests.Wire;

/// <summary>Says in what a record of the contracts differs from a schema of the published description.</summary>
internal static class WireShape
{
    private static readonly NullabilityInfoContext Nullability = new();

    public enum Direction
    {
        /// <summary>Written by a client: what has no value is left out.</summary>
        Request,

        /// <summary>
        /// Written by a server: what has no value is null where null is allowed, and left out where it is not.
        /// </summary>
        Response,
    }

    public static IEnumerable<string> Differences(Type record, OpenApiSchema schema, Direction direction)
    {
        var members = WireJson
            .Strict.GetTypeInfo(record)
            .Properties.Where(static member => !member.IsExtensionData)
            .ToDictionary(static member => member.Name);
        foreach (var name in members.Keys.Except(schema.Properties.Keys))
            yield return $"{name} is not in the description";
        foreach (var name in schema.Properties.Keys.Except(members.Keys))
            yield return $"{name} is missing";
        foreach (var (name, member) in members.Where(member => schema.Properties.ContainsKey(member.Key)))
        {
            var published = schema.Properties[name].Value;
            var required = schema.Required.Contains(name);
            if (member.IsRequired != required)
                yield return $"{name} is {(member.IsRequired ? "required" : "optional")} here, and is not in the description";
            foreach (
                var difference in TypeDifferences(Unwrapped(member.PropertyType), published)
                    .Concat(NullDifferences(member, published, required, direction))
            )
                yield return $"{name} {difference}";
            if (direction == Direction.Request)
            {
                foreach (var difference in LimitDifferences((PropertyInfo)member.AttributeProvider!, published))
                    yield return $"{name} {difference}";
            }
        }
    }

    /// <summary>Compares the type of one value; the members of a record are compared where the record is.</summary>
    public static IEnumerable<string> TypeDifferences(Type type, OpenApiSchema schema)
    {
        var name = schema.Name is null ? schema.Type : $"{schema.Type} {schema.Name}";
        if (schema.Enum.Count > 0)
            return type.IsEnum
                ? schema
                    .Enum.Except(WireNames(type))
                    .Select(static value => $"lacks the value {value}")
                    .Concat(
                        WireNames(type)
                            .Except(schema.Enum)
                            .Select(static value => $"has a value {value} that is not published")
                    )
                : [$"is {type.Name}, not an enum of {name}"];
        if (type == typeof(JsonElement))
            return schema.IsFreeForm ? [] : [$"is any JSON here, and {name} in the description"];
        if (ItemOf(type, typeof(IReadOnlyDictionary<,>)) is { } value)
            return schema.IsFreeForm || schema.Values is not null
                ? schema.Values is null
                    ? TypeDifferences(value, new OpenApiSchema())
                    : TypeDifferences(value, schema.Values.Value)
                : [$"is a map here, and {name} in the description"];
        if (ItemOf(type, typeof(IReadOnlyList<>)) is { } item)
            return schema.Items is null
                ? [$"is a list here, and {name} in the description"]
                : TypeDifferences(item, schema.Items.Value);
        var expected = (schema.Type, schema.Format) switch
        {
            ("string", "date-time") => typeof(DateTimeOffset),
            ("string", _) => typeof(string),
            ("integer", _) => typeof(long),
            ("number", _) => typeof(double),
            ("boolean", _) => typeof(bool),
            _ => null,
        };
        if (expected is not null)
            return type == expected || (expected == typeof(long) && type == typeof(int))
                ? []
                : [$"is {type.Name} here, and {name} in the description"];
        return type.Name == schema.Name ? [] : [$"is {type.Name} here, and {name} in the description"];
    }

    public static IEnumerable<string> LimitDifferences(PropertyInfo member, OpenApiSchema schema)
    {
        var text = member.GetCustomAttribute<StringLengthAttribute>();
        var count = member.GetCustomAttribute<MaxLengthAttribute>();
        var range = member.GetCustomAttribute<RangeAttribute>();
        return Compare("at most", text?.MaximumLength, schema.MaxLength, "characters")
            .Concat(
                Compare(
                    "at least",
                    text is { MinimumLength: > 0 } ? text.MinimumLength : null,
                    schema.MinLength,
                    "characters"
                )
            )
            .Concat(Compare("at most", count?.Length, schema.MaxItems ?? schema.MaxProperties, "entries"))
            .Concat(Compare("at least", ToNumber(range?.Minimum), schema.Minimum, "as a value"))
            .Concat(
                Compare(
                    "at most",
                    range?.Maximum is >= (double)long.MaxValue ? null : ToNumber(range?.Maximum),
                    schema.Maximum,
                    "as a value"
                )
            );
    }

    private static IEnumerable<string> NullDifferences(
        JsonPropertyInfo member,
        OpenApiSchema published,
        bool required,
        Direction direction
    )
    {
        var property = (PropertyInfo)member.AttributeProvider!;
        var mayBeNull = IsNullable(property);
        var isOptionalValue = IsOptional(member.PropertyType);
        var leftOut =
            property.GetCustomAttribute<JsonIgnoreAttribute>()?.Condition
                is JsonIgnoreCondition.WhenWritingNull
                    or JsonIgnoreCondition.WhenWritingDefault
            || (mayBeNull && member.ShouldSerialize?.Invoke(new object(), null) == false);
        if (isOptionalValue)
        {
            // Nothing is cleared by an answer.
            if (!published.Nullable && direction == Direction.Request)
                yield return "can be cleared with null here, which the description does not allow";
            if (!leftOut)
                yield return "is written although nobody set it";
            yield break;
        }

        if (mayBeNull == (required && !published.Nullable))
            yield return mayBeNull
                ? "may be null here, and never is in the description"
                : "can never be without a value here, and can in the description";
        var writesNull = mayBeNull && !leftOut;
        if (writesNull && !published.Nullable)
            yield return "would be written as null, which the description does not allow";
        if (leftOut && direction == Direction.Response && published.Nullable)
            yield return "is left out where the description says null";
        if (writesNull && direction == Direction.Request && !required)
            yield return "would be sent as null by a client that did not set it";
    }

    private static IEnumerable<string> Compare(string bound, decimal? here, decimal? published, string unit) =>
        here == published
            ? []
            :
            [
                $"takes {bound} {here?.ToString(CultureInfo.InvariantCulture) ?? "any number of"} {unit} here, and {published?.ToString(CultureInfo.InvariantCulture) ?? "any number"} in the description",
            ];

    private static decimal? ToNumber(object? bound) =>
        bound is null ? null : Convert.ToDecimal(bound, CultureInfo.InvariantCulture);

    private static bool IsNullable(PropertyInfo property)
    {
        lock (Nullability)
            return Nullability.Create(property).ReadState == NullabilityState.Nullable;
    }

    private static bool IsOptional(Type type) =>
        type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Optional<>);

    private static Type Unwrapped(Type type)
    {
        var inner = IsOptional(type) ? type.GenericTypeArguments[0] : type;
        return Nullable.GetUnderlyingType(inner) ?? inner;
    }

    private static Type? ItemOf(Type type, Type definition) =>
        type.IsGenericType && type.GetGenericTypeDefinition() == definition ? type.GenericTypeArguments[^1] : null;

    private static IReadOnlyList<string> WireNames(Type type) =>
        (IReadOnlyList<string>)
            typeof(WireEnum<>)
                .MakeGenericType(type)
                .GetProperty(nameof(WireEnum<DayOfWeek>.WireNames))!
                .GetValue(null)!;
}
