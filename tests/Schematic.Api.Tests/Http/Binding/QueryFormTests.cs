using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Schematic.Api.Http;
using Schematic.Api.Http.Binding;
using Schematic.Contracts.Companies;
using Schematic.Contracts.Entities;

namespace Schematic.Api.Tests.Http.Binding;

public sealed class QueryFormTests
{
    [Theory]
    [InlineData("ids=a&ids=b", """{"ids":["a","b"]}""")]
    [InlineData("ids[]=a&ids[]=b", """{"ids":["a","b"]}""")]
    [InlineData("ids[0]=a&ids[1]=b", """{"ids":["a","b"]}""")]
    [InlineData("ids=a,b", """{"ids":["a","b"]}""")]
    [InlineData("ids=", "{}")]
    [InlineData("q=&limit=", "{}")]
    [InlineData("limit=5&offset=-1", """{"limit":5,"offset":-1}""")]
    [InlineData("with_subscription=1", """{"with_subscription":true}""")]
    [InlineData("nosuch=1", "{}")]
    public void A_list_of_companies_takes_every_form_of_its_parameters(string query, string json) =>
        AssertJson(json, QueryForm.ToJson(Parse(query), typeof(CompaniesQuery)));

    [Theory]
    [InlineData("""keys={"a":"1","b":"2"}""")]
    [InlineData("keys[a]=1&keys[b]=2")]
    [InlineData("a=1&b=2")]
    public void A_look_up_takes_every_form_of_a_map(string query) =>
        AssertJson("""{"keys":{"a":"1","b":"2"}}""", QueryForm.ToJson(Parse(query), typeof(KeysQuery)));

    [Theory]
    [InlineData("limit=1&limit=2", "limit is given 2 times. Give it once.", "limit")]
    [InlineData("limit=x", "limit must be a whole number.", "limit")]
    [InlineData("with_subscription=x", "with_subscription must be true or false.", "with_subscription")]
    [InlineData("q=%00", "The query string holds the NUL character, which cannot be stored. Leave it out.", "q")]
    [InlineData("a%00=1", "The query string holds the NUL character, which cannot be stored. Leave it out.", null)]
    public void A_wrong_parameter_is_refused_by_its_name(string query, string sentence, string? field)
    {
        var refusal = Assert.Throws<ApiException>(() =>
        {
            QueryForm.ToJson(Parse(query), typeof(CompaniesQuery));
        });

        Assert.Equal((sentence, field), (refusal.Message, refusal.Field));
    }

    [Theory]
    [InlineData("keys[a]=1&a=2", "keys.a")]
    [InlineData("a=1&a=2", "keys.a")]
    [InlineData("""keys={"a":1}""", "keys.a")]
    [InlineData("""keys={"a":{"b":1,"b":2}}""", "keys.a.b")]
    public void A_wrong_key_is_refused_by_its_place_in_the_map(string query, string field) =>
        Assert.Equal(
            field,
            Assert
                .Throws<ApiException>(() =>
                {
                    QueryForm.ToJson(Parse(query), typeof(KeysQuery));
                })
                .Field
        );

    private static QueryCollection Parse(string query) => new(QueryHelpers.ParseQuery(query));

    private static void AssertJson(string expected, ReadOnlySpan<byte> actual) =>
        Assert.Equal(expected, Encoding.UTF8.GetString(actual));
}
