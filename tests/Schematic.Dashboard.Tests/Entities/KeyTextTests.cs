using Schematic.Dashboard.Entities;

namespace Schematic.Dashboard.Tests.Entities;

public sealed class KeyTextTests
{
    [Theory]
    [InlineData("domain=acme.com", "domain", "acme.com")]
    [InlineData("token=a=b", "token", "a=b")]
    [InlineData("=acme", null, null)]
    [InlineData("c2Vj=", null, null)]
    [InlineData("acme.com", null, null)]
    [InlineData("", null, null)]
    public void A_name_and_a_value_have_a_sign_between_them(string text, string? name, string? value) =>
        Assert.Equal(name is null ? null : (name, value!), KeyText.Split(text));
}
