using Schematic.Dashboard.Entities.Keys;
using Schematic.Dashboard.Shared.Navigation;

namespace Schematic.Dashboard.Tests.Entities.Keys;

public sealed class KeyLookupTests
{
    [Theory]
    [InlineData("acme.com", null)]
    [InlineData("a+b & c", "crm id")]
    [InlineData("🦊", "domain")]
    public void What_is_looked_for_reads_back(string value, string? name)
    {
        var url = new UrlWriter();
        KeyLookup.Write(url, new(value, name));

        Assert.Equal(new KeyLookup(value, name), KeyLookup.Read(new UrlReader(url.ToString())));
    }

    [Theory]
    [InlineData("")]
    [InlineData("?lookup=")]
    [InlineData("?lookup_key=domain")]
    public void Without_a_value_nothing_is_looked_for(string url) => Assert.Null(KeyLookup.Read(new UrlReader(url)));
}
