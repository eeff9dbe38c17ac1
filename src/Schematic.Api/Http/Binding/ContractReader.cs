using System.Collections;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Schematic.Contracts.Wire;

namespace Schematic.Api.Http.Binding;

/// <summary>Reads a contract from JSON; every way it can be wrong becomes a 400 that names the field.</summary>
internal static class ContractReader
{
    public static T Read<T>(ReadOnlySpan<byte> json)
    {
        var members = JsonScan.Members(json);
        var shape = WireJson.Strict.GetTypeInfo(typeof(T));
        foreach (var property in shape.Properties)
        {
            if (property.IsRequired && !members.Contains(property.Name))
                throw ApiProblem.BadRequest($"{property.Name} is required.", property.Name);
        }

        T contract;
        try
        {
            contract = JsonSerializer.Deserialize<T>(json, WireJson.Strict)!;
        }
        catch (WireFormatException wrong)
        {
            throw ApiProblem.BadRequest($"{Subject(wrong.Path)} {wrong.Rule}.", FieldPath.FromJson(wrong.Path));
        }
        catch (JsonException wrong)
        {
            var field = FieldPath.FromJson(wrong.Path);
            throw Missing(shape, json, wrong.Path) is { } missing
                ? ApiProblem.BadRequest(
                    $"{Subject(wrong.Path)}.{missing} is required.",
                    FieldPath.Member(field ?? "", missing)
                )
                : ApiProblem.BadRequest($"{Subject(wrong.Path)} must be {Expected(shape, wrong.Path)}.", field);
        }

        ContractValidator.Validate(contract);
        return contract;
    }

    // "$.keys['my key']" → "keys['my key']"
    private static string Subject(string? path) =>
        path is null or "$" ? "The request body" : ApiProblem.Shorten(path.TrimStart('$').TrimStart('.'));

    private static string Expected(JsonTypeInfo shape, string? path) => Describe(TypeAt(shape, path));

    // A record inside the contract that lacks a member fails where it stands, without the member's name.
    private static string? Missing(JsonTypeInfo shape, ReadOnlySpan<byte> json, string? path)
    {
        var value = JsonElement.Parse(json);
        foreach (var step in Steps(path))
        {
            var isThere =
                value.ValueKind == JsonValueKind.Array
                && int.TryParse(step.TrimEnd(']'), NumberStyles.None, CultureInfo.InvariantCulture, out var index)
                && index < value.GetArrayLength()
                    ? (value = value[index]).ValueKind != JsonValueKind.Undefined
                    : value.ValueKind == JsonValueKind.Object && value.TryGetProperty(step, out value);
            if (!isThere)
                return null;
        }

        return value.ValueKind == JsonValueKind.Object
            ? WireJson
                .Strict.GetTypeInfo(TypeAt(shape, path))
                .Properties.FirstOrDefault(property =>
                    property.IsRequired && !value.TryGetProperty(property.Name, out _)
                )
                ?.Name
            : null;
    }

    private static Type TypeAt(JsonTypeInfo shape, string? path)
    {
        var type = shape.Type;
        foreach (var step in Steps(path))
        {
            if (type.IsGenericType && type.IsAssignableTo(typeof(IEnumerable)))
                type = type.GetGenericArguments()[^1];
            else
                type =
                    WireJson
                        .Strict.GetTypeInfo(type)
                        .Properties.FirstOrDefault(property => property.Name == step)
                        ?.PropertyType
                    ?? type;
        }

        return type;
    }

    // "$.rules[0].name" → rules, 0], name
    private static string[] Steps(string? path) =>
        (path ?? "$").TrimStart('$').Split(['.', '['], StringSplitOptions.RemoveEmptyEntries);

    private static string Describe(Type type)
    {
        if (Nullable.GetUnderlyingType(type) is { } value)
            return Describe(value);
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Optional<>))
            return Describe(type.GetGenericArguments()[0]);
        if (type == typeof(string))
            return "a string";
        if (type == typeof(bool))
            return "true or false";
        if (type == typeof(long) || type == typeof(int))
            return "a whole number of at most 64 bits";
        if (type == typeof(double))
            return "a number";
        if (type.IsGenericType && type.IsAssignableTo(typeof(IEnumerable)))
            return type.GetGenericArguments() is [_, var item]
                ? $"an object whose values are each {Describe(item)}"
                : $"a list, each item {Describe(type.GetGenericArguments()[0])}";
        return "an object";
    }
}
