using Schematic.Dashboard.Flags;

namespace Schematic.Dashboard.Tests.Flags;

public sealed class FlagKeysTests
{
    [Theory]
    [InlineData("API calls", "api-calls")]
    [InlineData("  Seats (per team)!  ", "seats-per-team")]
    [InlineData("v2.0", "v2-0")]
    [InlineData("日本", "")]
    [InlineData("Größe", "gr-e")]
    [InlineData("", "")]
    public void A_key_is_made_of_a_name(string name, string key) => Assert.Equal(key, FlagKeys.FromName(name));
}
