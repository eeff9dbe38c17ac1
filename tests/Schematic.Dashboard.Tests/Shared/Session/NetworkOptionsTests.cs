using Microsoft.Extensions.Configuration;
using Schematic.Dashboard.Shared.Session;

namespace Schematic.Dashboard.Tests.Shared.Session;

public sealed class NetworkOptionsTests
{
    [Fact]
    public void A_configured_address_names_its_origin_and_who_may_be_called()
    {
        var options = NetworkOptions.Read(Settings("Console:PublicUrl", "https://console.example.com:8443/"));

        Assert.Equal("https://console.example.com:8443", options.Origin);
        Assert.Equal(["console.example.com", "localhost", "127.0.0.1", "[::1]"], options.AllowedHosts());
        Assert.Null(new NetworkOptions().AllowedHosts());
    }

    [Theory]
    [InlineData("Console:PublicUrl", "console.example.com")]
    [InlineData("Console:PublicUrl", "ftp://console.example.com")]
    [InlineData("Console:PublicUrl", "https://console.example.com/path")]
    [InlineData("Console:CircuitsPerMember", "0")]
    [InlineData("Console:CircuitsPerAddress", "many")]
    public void A_wrong_setting_is_named(string name, string value) =>
        Assert.StartsWith(name, Assert.Single(NetworkOptions.Errors(Settings(name, value))), StringComparison.Ordinal);

    private static IConfiguration Settings(string name, string value) =>
        new ConfigurationBuilder().AddInMemoryCollection([new(name, value)]).Build();
}
