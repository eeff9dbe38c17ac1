using System.Text;
using Schematic.Api.AuditLog.Recording;

namespace Schematic.Api.Tests.AuditLog.Recording;

public sealed class AuditRedactionTests
{
    private const string Key = "sch_prod_0123456789abcdefghijABCDEFGHIJ01";

    [Theory]
    [InlineData(
        """{"name":"Acme","seats":3.50,"on":true,"none":null}""",
        """{"name":"Acme","seats":3.50,"on":true,"none":null}"""
    )]
    [InlineData("""{"admin_password":"x","name":"y"}""", """{"admin_password":"[redacted]","name":"y"}""")]
    [InlineData("""{"data":{"secret":"x","id":"y"}}""", """{"data":{"secret":"[redacted]","id":"y"}}""")]
    [InlineData(
        """{"Token":{"a":["x",{"b":"x"}]},"c":"y"}""",
        """{"Token":{"a":["[redacted]",{"b":"[redacted]"}]},"c":"y"}"""
    )]
    [InlineData("""[{"token":"x"},"y"]""", """[{"token":"[redacted]"},"y"]""")]
    [InlineData("""{"code":"x","tokens":500}""", """{"code":"[redacted]","tokens":500}""")]
    [InlineData("{\"note\":\"it is " + Key + "!\"}", """{"note":"it is [redacted]!"}""")]
    [InlineData("{\"" + Key + "\":1}", """{"[redacted]":1}""")]
    public void Texts_that_are_secret_are_replaced(string body, string expected) =>
        Assert.Equal(expected, AuditRedaction.Body(Encoding.UTF8.GetBytes(body)));

    [Theory]
    [InlineData("")]
    [InlineData("""{"password":"x" """)]
    [InlineData("password=x")]
    [InlineData("""{"name":"\ud800"}""")]
    public void What_cannot_be_read_is_left_out(string body) =>
        Assert.Null(AuditRedaction.Body(Encoding.UTF8.GetBytes(body)));

    [Fact]
    public void What_is_too_long_is_left_out()
    {
        var longest = $"\"{new string('a', AuditRedaction.MaxBytes - 2)}\"";

        Assert.Equal(longest, AuditRedaction.Body(Encoding.UTF8.GetBytes(longest)));
        Assert.Null(AuditRedaction.Body(Encoding.UTF8.GetBytes($"{longest} ")));
    }

    [Fact]
    public void An_address_is_cut_and_holds_no_key() =>
        Assert.Equal("/a?key=[redacted]", AuditRedaction.Url($"/a?key={Key}"));
}
