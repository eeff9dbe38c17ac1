using Schematic.Api.Authentication;

namespace Schematic.Api.Tests.Authentication;

public sealed class ClientNetworkTests
{
    [Theory]
    [InlineData("2001:db8:1:2::1", "2001:db8:1:2:ffff::9", true)]
    [InlineData("2001:db8:1:2::1", "2001:db8:1:3::1", false)]
    [InlineData("203.0.113.7", "::ffff:203.0.113.7", true)]
    [InlineData("203.0.113.7", "203.0.113.8", false)]
    [InlineData("no address", null, true)]
    public void Addresses_of_one_network_are_counted_together(string one, string? other, bool together) =>
        Assert.Equal(together, ClientNetwork.Of(one) == ClientNetwork.Of(other));
}
