using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using Schematic.Contracts.ApiKeys;
using Schematic.Contracts.Entities;
using Schematic.Contracts.Wire;

namespace Schematic.Gateway.Tests.Wire;

public sealed class WireEnumTests
{
    public static TheoryData<string> Enums { get; } =
    [
        .. typeof(WireJson)
            .Assembly.GetExportedTypes()
            .Where(static type => type.IsEnum)
            .Select(static type => type.FullName!),
    ];

    [Theory]
    [InlineData("\"company\"", EntityType.Company)]
    [InlineData("\"user\"", EntityType.User)]
    public void A_wire_name_is_read(string json, EntityType expected)
    {
        Assert.Equal(expected, JsonSerializer.Deserialize<EntityType>(json, WireJson.Strict));
        Assert.Equal(expected, JsonSerializer.Deserialize<EntityType>(json, WireJson.Tolerant));
        Assert.Equal(json, JsonSerializer.Serialize(expected, WireJson.Strict));
    }

    [Theory]
    [InlineData("\"tenant\"")]
    [InlineData("\"Company\"")]
    [InlineData("\"\"")]
    [InlineData("\"Unknown\"")]
    [InlineData("1")]
    [InlineData("true")]
    public void Anything_else_is_refused_by_a_server_and_unknown_to_a_client(string json)
    {
        var failure = Assert.Throws<WireFormatException>(() =>
            JsonSerializer.Deserialize<EntityType>(json, WireJson.Strict)
        );

        Assert.Equal("must be one of company, user", failure.Rule);
        Assert.Equal(EntityType.Unknown, JsonSerializer.Deserialize<EntityType>(json, WireJson.Tolerant));
    }

    [Theory]
    [InlineData("{\"a\":1}")]
    [InlineData("[1,[2]]")]
    public void A_client_passes_over_a_value_of_another_shape(string json)
    {
        Assert.Equal(
            [EntityType.Unknown, EntityType.User],
            JsonSerializer.Deserialize<EntityType[]>($"[{json},\"user\"]", WireJson.Tolerant)!
        );
    }

    [Fact]
    public void A_published_value_called_unknown_is_a_value_like_any_other()
    {
        Assert.Equal(
            IntegrationType.Unknown,
            JsonSerializer.Deserialize<IntegrationType>("\"unknown\"", WireJson.Strict)
        );
        Assert.Equal("\"unknown\"", JsonSerializer.Serialize(IntegrationType.Unknown, WireJson.Strict));
    }

    // A client reads what it does not know as the default, which must therefore never be mistaken for a real value.
    [Theory]
    [MemberData(nameof(Enums))]
    public void Every_enum_has_unknown_as_its_default_and_a_wire_name_for_all_others(string name)
    {
        var type = typeof(WireJson).Assembly.GetType(name, throwOnError: true)!;
        var fields = type.GetFields(BindingFlags.Public | BindingFlags.Static);

        Assert.Equal("Unknown", Enum.GetName(type, Activator.CreateInstance(type)!));
        Assert.All(
            fields.Where(static field => field.Name != "Unknown"),
            static field => Assert.NotNull(field.GetCustomAttribute<JsonStringEnumMemberNameAttribute>())
        );
    }
}
