using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Schematic.Contracts.Wire;

/// <summary>JSON form of the contracts: snake_case names, enums by wire name, times in UTC.</summary>
public static class WireJson
{
    /// <summary>Policy that makes wire names of member names: <c>CreatedAt</c> is <c>created_at</c>.</summary>
    public static JsonNamingPolicy Naming => JsonNamingPolicy.SnakeCaseLower;

    /// <summary>Options of a server: unknown enum values and forbidden nulls are errors.</summary>
    public static JsonSerializerOptions Strict { get; } = Make(tolerant: false);

    /// <summary>Options of a client: anything that a newer server adds is passed over.</summary>
    public static JsonSerializerOptions Tolerant { get; } = Make(tolerant: true);

    /// <summary>Gives options the form of the wire.</summary>
    /// <param name="options">Options to change; must not be read-only.</param>
    /// <param name="tolerant">True for a client, false for a server.</param>
    public static void Apply(JsonSerializerOptions options, bool tolerant)
    {
        options.PropertyNamingPolicy = Naming;
        options.RespectNullableAnnotations = !tolerant;
        // Answers are JSON, never pasted into HTML: escaping quotes and non-ASCII would only make them longer.
        options.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
        options.TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { OmitNullMembers, SortMembers } };
        options.Converters.Add(new WireEnumConverter(tolerant));
        options.Converters.Add(new WireTimeConverter());
    }

    private static JsonSerializerOptions Make(bool tolerant)
    {
        var options = new JsonSerializerOptions();
        Apply(options, tolerant);
        options.MakeReadOnly();
        return options;
    }

    private static void OmitNullMembers(JsonTypeInfo type)
    {
        if (
            !type.Type.IsAssignableTo(typeof(IQuery))
            && !type.Type.IsDefined(typeof(OmitNullMembersAttribute), inherit: false)
        )
            return;
        foreach (var property in type.Properties.Where(static property => IsOmittable(property)))
            property.ShouldSerialize = static (_, value) => value is not null;
    }

    private static void SortMembers(JsonTypeInfo type)
    {
        if (!type.Type.IsDefined(typeof(SortMembersAttribute), inherit: true))
            return;
        foreach (
            var (order, member) in type.Properties.OrderBy(static member => member.Name, StringComparer.Ordinal).Index()
        )
            member.Order = order;
    }

    private static bool IsOmittable(JsonPropertyInfo property) =>
        !property.IsExtensionData
        && (!property.PropertyType.IsValueType || Nullable.GetUnderlyingType(property.PropertyType) is not null);
}
