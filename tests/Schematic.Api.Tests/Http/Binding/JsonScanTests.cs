using System.Text;
using Schematic.Api.Http;
using Schematic.Api.Http.Binding;

namespace Schematic.Api.Tests.Http.Binding;

public sealed class JsonScanTests
{
    [Fact]
    public void The_members_of_the_outermost_object_are_returned() =>
        Assert.Equal(["a", "b"], JsonScan.Members("""{"a":{"c":1},"b":[{"d":2}]}"""u8).Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("""{"a":1,"a":2}""", "a")]
    [InlineData("""{"x":[{"a":1},{"a":1,"a":2}]}""", "x[1].a")]
    [InlineData("""{"x":{"a":[0,[1,1e999]]}}""", "x.a[1][1]")]
    [InlineData("""{"first":1,"x":1e999}""", "x")]
    [InlineData("""{"first":{"deep":[1]},"x":"\ud83d"}""", "x")]
    [InlineData("""{"x":["a","\u0000"]}""", "x[1]")]
    [InlineData("""{"x":{"a\u0000":1}}""", "x")]
    [InlineData("""{"x":{"\ud83d":1}}""", "x")]
    [InlineData("""{"\ud83d":1}""", null)]
    [InlineData("""{"a.b":{"c d":1e999}}""", "['a.b']['c d']")]
    public void What_cannot_be_stored_is_refused_with_its_path(string json, string? path)
    {
        var refusal = Assert.Throws<ApiException>(() => JsonScan.Members(Encoding.UTF8.GetBytes(json)));

        Assert.Equal(400, refusal.Status);
        Assert.Equal(path, refusal.Field);
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("1")]
    [InlineData("{")]
    [InlineData("{}{}")]
    [InlineData("")]
    public void Anything_but_one_object_is_refused_as_a_whole(string json)
    {
        var refusal = Assert.Throws<ApiException>(() => JsonScan.Members(Encoding.UTF8.GetBytes(json)));

        Assert.StartsWith("The request body ", refusal.Message, StringComparison.Ordinal);
        Assert.Null(refusal.Field);
    }

    [Fact]
    public void A_name_of_a_megabyte_is_not_sent_back()
    {
        var name = new string('x', 1_000_000);

        var refusal = Assert.Throws<ApiException>(() =>
            JsonScan.Members(Encoding.UTF8.GetBytes($$$"""{"keys":{"{{{name}}}":1e999}}"""))
        );

        Assert.Equal("keys", refusal.Field);
    }
}
