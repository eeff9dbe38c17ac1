using System.Text.Json;
using Schematic.Contracts.ApiKeys;
using Schematic.Contracts.Wire;

namespace Schematic.Gateway.Tests.Wire;

public sealed class OptionalTests
{
    [Theory]
    [InlineData("{}", false, null)]
    [InlineData("""{"description":null}""", true, null)]
    [InlineData("""{"description":""}""", true, "")]
    [InlineData("""{"description":"For the importer"}""", true, "For the importer")]
    public void Absent_null_and_a_value_stay_apart_there_and_back(string json, bool set, string? value)
    {
        var body = JsonSerializer.Deserialize<UpdateApiKeyRequestBody>(json, WireJson.Strict)!;

        Assert.Equal(set, body.Description.IsSet);
        Assert.Equal(value, body.Description.Value);
        Assert.Equal(json, JsonSerializer.Serialize(body, WireJson.Tolerant));
    }

    [Theory]
    [InlineData("{}", 40L)]
    [InlineData("""{"rate_limit_percent":null}""", null)]
    [InlineData("""{"rate_limit_percent":0}""", 0L)]
    [InlineData("""{"rate_limit_percent":25}""", 25L)]
    public void An_update_keeps_clears_or_sets(string json, long? expected)
    {
        var body = JsonSerializer.Deserialize<UpdateApiKeyRequestBody>(json, WireJson.Strict)!;

        Assert.Equal(expected, body.RateLimitPercent.Or(40));
    }

    [Theory]
    [InlineData("""{"description":7}""")]
    [InlineData("""{"rate_limit_percent":"7"}""")]
    public void A_value_of_another_type_is_refused(string json) =>
        Assert.ThrowsAny<JsonException>(() =>
            JsonSerializer.Deserialize<UpdateApiKeyRequestBody>(json, WireJson.Strict)
        );
}
